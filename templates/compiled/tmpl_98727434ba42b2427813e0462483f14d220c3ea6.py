from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'extension_cal.xml.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_role_refs = resolve('role_refs')
    l_0_networks = resolve('networks')
    pass
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<link:linkbase\n  xmlns:link="http://www.xbrl.org/2003/linkbase"\n  xmlns:xlink="http://www.w3.org/1999/xlink">\n'
    for (l_1_uri, l_1_href) in (undefined(name='role_refs') if l_0_role_refs is missing else l_0_role_refs):
        _loop_vars = {}
        pass
        yield '  <link:roleRef roleURI="'
        yield escape(l_1_uri)
        yield '" xlink:type="simple" xlink:href="'
        yield escape(l_1_href)
        yield '"/>\n'
    l_1_uri = l_1_href = missing
    yield '  <link:arcroleRef arcroleURI="https://xbrl.org/2023/arcrole/summation-item" xlink:type="simple" xlink:href="https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"/>\n'
    for (l_1_role, l_1_locators, l_1_arcs) in (undefined(name='networks') if l_0_networks is missing else l_0_networks):
        _loop_vars = {}
        pass
        yield '  <link:calculationLink xlink:type="extended" xlink:role="'
        yield escape(l_1_role)
        yield '">\n'
        for (l_2_id, l_2_href) in l_1_locators:
            _loop_vars = {}
            pass
            yield '    <link:loc xlink:type="locator" xlink:href="'
            yield escape(l_2_href)
            yield '" xlink:label="'
            yield escape(l_2_id)
            yield '"/>\n'
        l_2_id = l_2_href = missing
        for (l_2_total, l_2_part, l_2_order, l_2_weight) in l_1_arcs:
            _loop_vars = {}
            pass
            yield '    <link:calculationArc xlink:type="arc" xlink:arcrole="https://xbrl.org/2023/arcrole/summation-item" xlink:from="'
            yield escape(l_2_total)
            yield '" xlink:to="'
            yield escape(l_2_part)
            yield '" order="'
            yield escape(l_2_order)
            yield '" weight="'
            yield escape(l_2_weight)
            yield '"/>\n'
        l_2_total = l_2_part = l_2_order = l_2_weight = missing
        yield '  </link:calculationLink>\n'
    l_1_role = l_1_locators = l_1_arcs = missing
    yield '</link:linkbase>\n'

blocks = {}
debug_info = '5=14&6=18&9=24&10=28&11=30&12=34&14=39&15=43'