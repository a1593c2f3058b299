from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'extension.xsd.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_prefix = resolve('prefix')
    l_0_namespace = resolve('namespace')
    l_0_roles = resolve('roles')
    l_0_linkbases = resolve('linkbases')
    l_0_imports = resolve('imports')
    l_0_elements = resolve('elements')
    pass
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xs:schema\n  xmlns:xs="http://www.w3.org/2001/XMLSchema"\n  xmlns:dtr="http://www.xbrl.org/dtr/type/2024-01-31"\n  xmlns:link="http://www.xbrl.org/2003/linkbase"\n  xmlns:xbrli="http://www.xbrl.org/2003/instance"\n  xmlns:xlink="http://www.w3.org/1999/xlink"\n  xmlns:'
    yield escape((undefined(name='prefix') if l_0_prefix is missing else l_0_prefix))
    yield '="'
    yield escape((undefined(name='namespace') if l_0_namespace is missing else l_0_namespace))
    yield '"\n  targetNamespace="'
    yield escape((undefined(name='namespace') if l_0_namespace is missing else l_0_namespace))
    yield '"\n  elementFormDefault="qualified"\n  attributeFormDefault="unqualified">\n'
    if ((undefined(name='roles') if l_0_roles is missing else l_0_roles) or (undefined(name='linkbases') if l_0_linkbases is missing else l_0_linkbases)):
        pass
        yield '  <xs:annotation>\n    <xs:appinfo>\n'
        for l_1_role in (undefined(name='roles') if l_0_roles is missing else l_0_roles):
            _loop_vars = {}
            pass
            yield '      <link:roleType id="'
            yield escape(environment.getattr(l_1_role, 'id'))
            yield '" roleURI="'
            yield escape(environment.getattr(l_1_role, 'uri'))
            yield '">\n        <link:definition>'
            yield escape(environment.getattr(l_1_role, 'definition'))
            yield '</link:definition>\n'
            for l_2_used in environment.getattr(l_1_role, 'used_on'):
                _loop_vars = {}
                pass
                yield '        <link:usedOn>link:'
                yield escape(l_2_used)
                yield '</link:usedOn>\n'
            l_2_used = missing
            yield '      </link:roleType>\n'
        l_1_role = missing
        for (l_1_kind, l_1_href) in (undefined(name='linkbases') if l_0_linkbases is missing else l_0_linkbases):
            _loop_vars = {}
            pass
            yield '      <link:linkbaseRef xlink:type="simple" xlink:href="'
            yield escape(l_1_href)
            yield '" xlink:role="http://www.xbrl.org/2003/role/'
            yield escape(l_1_kind)
            yield 'LinkbaseRef" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>\n'
        l_1_kind = l_1_href = missing
        yield '    </xs:appinfo>\n  </xs:annotation>\n'
    yield '  <xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>\n  <xs:import namespace="http://www.xbrl.org/dtr/type/2024-01-31" schemaLocation="https://www.xbrl.org/dtr/type/2024-01-31/types.xsd"/>\n'
    for (l_1_uri, l_1_location) in (undefined(name='imports') if l_0_imports is missing else l_0_imports):
        _loop_vars = {}
        pass
        yield '  <xs:import namespace="'
        yield escape(l_1_uri)
        yield '" schemaLocation="'
        yield escape(l_1_location)
        yield '"/>\n'
    l_1_uri = l_1_location = missing
    for l_1_element in (undefined(name='elements') if l_0_elements is missing else l_0_elements):
        _loop_vars = {}
        pass
        yield '  <xs:element name="'
        yield escape(environment.getattr(l_1_element, 'name'))
        yield '" id="'
        yield escape((undefined(name='prefix') if l_0_prefix is missing else l_0_prefix))
        yield '_'
        yield escape(environment.getattr(l_1_element, 'name'))
        yield '" type="'
        yield escape(environment.getattr(l_1_element, 'type'))
        yield '" substitutionGroup="xbrli:item"'
        if environment.getattr(l_1_element, 'abstract'):
            pass
            yield ' abstract="true"'
        yield ' nillable="true"'
        if environment.getattr(l_1_element, 'balance'):
            pass
            yield ' xbrli:balance="'
            yield escape(environment.getattr(l_1_element, 'balance'))
            yield '"'
        yield ' xbrli:periodType="'
        yield escape(environment.getattr(l_1_element, 'period_type'))
        yield '"/>\n'
    l_1_element = missing
    yield '</xs:schema>\n'

blocks = {}
debug_info = '8=18&9=22&12=24&15=27&16=31&17=35&18=37&19=41&23=46&24=50&31=57&32=61&34=66&35=70&36=78&37=82'